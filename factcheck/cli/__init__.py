"""The command line: click and nothing else. A command takes options, calls the library, prints, and gives a status."""
