"""What any engine has to do (`discovery.engines.port`), asked of each with the same expectations."""
