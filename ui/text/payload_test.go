package text_test

// harmless is text that both borders must leave alone.
func harmless() []string {
	return []string{
		"", " ", "Jim", "vip-jim", "Acme referral program", "~!@#$%^&*()_+{}|:\"<>?`-=[]\\;',./",
		"Zoë", "Łukasz", "Ærøskøbing", "naïve café", "e\u0301", "q\u0307\u0323",
		"Ünïcödé", "Ἀθῆναι", "Москва", "Việt Nam", "שלום", "שָׁלוֹם", "مرحبا", "مُحَمَّد",
		"日本語", "山田 太郎", "ｱｲｳ", "中文", "한국어", "हिन्दी", "ภาษาไทย", "ქართული", "አማርኛ",
		"😀", "👩", "🇩🇪", "1,000.00", "20 % of 1,000.00", "€ £ ¥ ₹ ¢", "½ ² ³", "→ ← ↑ ↓", "─│┌┐└┘",
		"●○☒☐▸▤◇◆✕✗‹›…–·−", "“quoted”", "a—b", "№ 5", "\ufffd",
	}
}
