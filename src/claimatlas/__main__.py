"""`python -m claimatlas`: the command line."""

from claimatlas.cli import main

if __name__ == "__main__":
    main(prog_name="claimatlas")
