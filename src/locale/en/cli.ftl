# What the commands say. Every message is also in ../fr/cli.ftl.
