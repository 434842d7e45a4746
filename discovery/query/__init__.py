"""What was typed → a tree without fields → a plan with them. Both print themselves; neither knows an engine."""
