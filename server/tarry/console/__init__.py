"""What people look at: the session log as pages and as a terminal timeline."""
