"""What the network reaches: the socket, the beacon, the snippet's files, health."""
