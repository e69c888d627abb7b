"""The commands: what the shell types, thin over `claimatlas.Atlas`. Heavy modules load when a command runs, not before."""
