"""A request → the answer that every front shows: `service` first, everything else is its parts."""
