"""Names and words as other spellings, scripts and recognisers write them: keys that are pure functions of a form."""
