// An empty program: what every start costs.
