"""The site's promises, measured: weight, speed, access, validity. `make audit` prints them and fails where one is broken."""
