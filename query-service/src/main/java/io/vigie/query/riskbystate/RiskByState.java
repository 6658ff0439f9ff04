package io.vigie.query.riskbystate;

import java.util.List;

/** What is at risk where; the counts of all items add up to those of the summary. */
record RiskByState(List<StateRisk> items) {}
