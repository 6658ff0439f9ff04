import { words } from '../words/language'
import { type Count, english, french } from '../words/plural'

/** Of the charts of one version. */
export const chartTexts = words({
  en: {
    noCurves: 'This version brings no curves',
    noCurvesWhat:
      'Curves are told by the card that ./vigie train writes and an upload brings along; the card of this version has none. What became of its scores is under Outcomes.',
    outOfFold: 'Judged on rows that the model had not seen.',
    roc: 'Who leaves ranks above who stays (ROC)',
    rocHelp:
      'For every threshold: the share of those that stayed that would be flagged by mistake, against the share of those that left that would be found. The diagonal is chance; the area under the curve is the AUC.',
    rocSummary: (auc: string) => `AUC ${auc}; 0.5 is chance.`,
    falsePositives: 'stayed, but flagged',
    truePositives: 'left, and flagged',
    pr: 'How many flagged leave (precision–recall)',
    prHelp:
      'For every threshold: the share of those that left that is found (recall), against the share of the flagged that left (precision). The dashed line is what flagging at random brings.',
    prSummary: (ap: string, base: string) => `Average precision ${ap}; flagging at random brings ${base}.`,
    recall: 'recall',
    precision: 'precision',
    calibration: '20 % happens in 20 of 100 (calibration)',
    calibrationHelp:
      'Rows with about the same predicted risk together: what was said against what happened, with the 95 % interval. On the diagonal both are equal.',
    calibrationSummary: (within: Count, bins: Count) =>
      `${within.shown} of ${english(bins, 'group', 'groups')} ${within.n === 1 ? 'holds what was said, within its interval' : 'hold what was said, within their interval'}.`,
    predicted: 'predicted',
    observed: 'left',
    low: 'from',
    high: 'to',
    n: 'Rows',
    gain: 'The riskiest tenths hold most departures (gain)',
    gainHelp:
      'Clients by falling risk in ten parts: which share of all that left is in this tenth and the ones before. Lift is how much more than at random.',
    gainSummary: (gain: string, lift: string) =>
      `The riskiest tenth holds ${gain} of those that left, ${lift} times as many as at random.`,
    decile: 'tenth, riskiest first',
    gainAxis: 'share of all that left',
    lift: 'Lift',
    gainColumn: 'Gain',
    afterTheFact: 'What was said against what happened since (outcomes)',
    afterTheFactHelp:
      'Scores of this version as champion whose year is over: what was said against who left, by tenths of risk, with the 95 % interval.',
    afterTheFactSummary: (predicted: string, observed: string) => `${predicted} was said on average, ${observed} left.`,
  },
  fr: {
    noCurves: 'Cette version n’apporte pas de courbes',
    noCurvesWhat:
      'Les courbes viennent de la fiche que ./vigie train écrit et qu’un dépôt apporte ; la fiche de cette version n’en a pas. Ce que sont devenus ses scores est sous Résultats réels.',
    outOfFold: 'Jugé sur des lignes que le modèle n’avait pas vues.',
    roc: 'Qui part est classé au-dessus de qui reste (ROC)',
    rocHelp:
      'Pour chaque seuil : la part de ceux restés qui seraient signalés à tort, face à la part de ceux partis qui seraient trouvés. La diagonale est le hasard ; l’aire sous la courbe est l’AUC.',
    rocSummary: (auc: string) => `AUC ${auc} ; 0,5 est le hasard.`,
    falsePositives: 'restés, mais signalés',
    truePositives: 'partis, et signalés',
    pr: 'Combien des signalés partent (précision–rappel)',
    prHelp:
      'Pour chaque seuil : la part trouvée de ceux qui sont partis (rappel), face à la part des signalés qui sont partis (précision). La ligne tiretée est ce qu’apporte un choix au hasard.',
    prSummary: (ap: string, base: string) => `Précision moyenne ${ap} ; au hasard ${base}.`,
    recall: 'rappel',
    precision: 'précision',
    calibration: '20 % arrive-t-il à 20 sur 100 ? (calibration)',
    calibrationHelp:
      'Les lignes de risque prédit voisin ensemble : ce qui fut dit face à ce qui arriva, avec l’intervalle à 95 %. Sur la diagonale, les deux sont égaux.',
    calibrationSummary: (within: Count, bins: Count) =>
      `${french(within, 'groupe', 'groupes')} sur ${bins.shown} ${within.n < 2 ? 'tient ce qui fut dit, dans son intervalle' : 'tiennent ce qui fut dit, dans leur intervalle'}.`,
    predicted: 'prédit',
    observed: 'partis',
    low: 'de',
    high: 'à',
    n: 'Lignes',
    gain: 'Les dixièmes à risque ont le plus de départs (gain)',
    gainHelp:
      'Les clients par risque décroissant en dix parts : quelle part de tous les départs est dans ce dixième et les précédents. Le lift dit combien de plus qu’au hasard.',
    gainSummary: (gain: string, lift: string) =>
      `Le dixième le plus à risque contient ${gain} des départs, ${lift} fois plus qu’au hasard.`,
    decile: 'dixième, le plus à risque d’abord',
    gainAxis: 'part de tous les départs',
    lift: 'Lift',
    gainColumn: 'Gain',
    afterTheFact: 'Ce qui fut dit face à ce qui arriva depuis',
    afterTheFactHelp:
      'Les scores de cette version comme champion dont l’année est passée : ce qui fut dit face à qui partit, par dixièmes de risque, avec l’intervalle à 95 %.',
    afterTheFactSummary: (predicted: string, observed: string) => `${predicted} dit en moyenne, ${observed} partis.`,
  },
})
