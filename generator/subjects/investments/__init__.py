"""The investment statement (*investeringsredovisning*)."""
