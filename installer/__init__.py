"""What turns a checkout into packages for desktops. Knows the app by its files only."""
