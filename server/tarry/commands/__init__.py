"""What the command line can do, one group of commands a file."""
