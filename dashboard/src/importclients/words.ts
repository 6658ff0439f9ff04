import { words } from '../words/language'

export const texts = words({
  en: {
    open: 'Import a file',
    running: (share: string) => `Importing: ${share}`,
    title: 'Import clients from a file',
    what: 'A CSV file with the columns Names, Age, Total_Purchase, Account_Manager, Years, Num_Sites, Onboard_date, Location and Company; Churn marks who has left. Rows that are here already are not taken twice, so a file can be sent again.',
    file: 'File',
    start: 'Import',
    sending: 'Sending the file',
    progress: (done: string, all: string) => `${done} of ${all} rows`,
    goesOn: 'The import goes on when this window is closed.',
    done: (n: number, shown: string) => `${shown} ${n === 1 ? 'client was' : 'clients were'} imported.`,
    duplicate: (n: number, shown: string) => `${shown} ${n === 1 ? 'was' : 'were'} here already.`,
    rejected: (n: number, shown: string) => `${shown} ${n === 1 ? 'row was' : 'rows were'} not taken:`,
    conflicts: (n: number, shown: string) =>
      `${shown} ${n === 1 ? 'row differs' : 'rows differ'} from a client that is here; nothing was changed.`,
    warnings: (n: number, shown: string) => `${shown} ${n === 1 ? 'row was' : 'rows were'} taken with a remark:`,
    failed: 'The import stopped.',
    line: 'Line',
    column: 'Column',
    another: 'Another file',
    more: (n: string) => `The first ${n} are shown; ./vigie import writes all of them into a file.`,
  },
  fr: {
    open: 'Importer un fichier',
    running: (share: string) => `Importation : ${share}`,
    title: 'Importer des clients depuis un fichier',
    what: 'Un fichier CSV avec les colonnes Names, Age, Total_Purchase, Account_Manager, Years, Num_Sites, Onboard_date, Location et Company ; Churn marque qui est parti. Les lignes déjà connues ne sont pas prises deux fois : un fichier peut être renvoyé.',
    file: 'Fichier',
    start: 'Importer',
    sending: 'Envoi du fichier',
    progress: (done: string, all: string) => `${done} lignes sur ${all}`,
    goesOn: 'L’importation continue quand cette fenêtre est fermée.',
    done: (n: number, shown: string) => `${shown} ${n < 2 ? 'client a été importé' : 'clients ont été importés'}.`,
    duplicate: (n: number, shown: string) => `${shown} ${n < 2 ? 'était' : 'étaient'} déjà là.`,
    rejected: (n: number, shown: string) =>
      `${shown} ${n < 2 ? 'ligne n’a pas été prise' : 'lignes n’ont pas été prises'} :`,
    conflicts: (n: number, shown: string) =>
      `${shown} ${n < 2 ? 'ligne diffère' : 'lignes diffèrent'} d’un client déjà là ; rien n’a été changé.`,
    warnings: (n: number, shown: string) =>
      `${shown} ${n < 2 ? 'ligne a été prise' : 'lignes ont été prises'} avec une remarque :`,
    failed: 'L’importation s’est arrêtée.',
    line: 'Ligne',
    column: 'Colonne',
    another: 'Un autre fichier',
    more: (n: string) => `Les ${n} premières sont affichées ; ./vigie import les écrit toutes dans un fichier.`,
  },
})
