# Ce que disent les commandes. Chaque message existe aussi dans ../en/cli.ftl.
