"""The handbook's first hour: an invented association, typed in and run, so that it tells what happens."""
