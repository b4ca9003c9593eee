"""`python -m skillgap` is `skillgap`."""

from skillgap.cli import main

if __name__ == "__main__":
    main()
