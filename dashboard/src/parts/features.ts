import { useFormats } from '../format/format'
import { useWords, words } from '../words/language'

// What the models of the churn of clients are given, by the names that they know it by.
const names = words({
  en: {
    Num_Sites: (n: string) => `${n} sites`,
    Years: (n: string) => `${n} years`,
    Age: (n: string) => `age ${n}`,
    Total_Purchase: (n: string) => `${n} bought`,
  },
  fr: {
    Num_Sites: (n: string) => `${n} sites`,
    Years: (n: string) => `${n} ans`,
    Age: (n: string) => `âge ${n}`,
    Total_Purchase: (n: string) => `${n} d’achats`,
  },
})

/** Says a feature with its value in few words: "12 sites". One that isn't known here goes by the model's own name. */
export function useFeature(): (feature: string, value: number) => string {
  const w = useWords(names)
  const format = useFormats()
  return (feature, value) => {
    const told = feature === 'Total_Purchase' ? format.money(value) : format.one(value)
    const name = w[feature as keyof typeof w]
    return name ? name(told) : `${feature} ${told}`
  }
}
