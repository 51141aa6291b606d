package backorder

import "strings"

// UnmarshalText takes allow, deny and inherit.
func (value *Policy) UnmarshalText(text []byte) error {
	return word(value, "policy", text, PolicyInherit, PolicyAllow, PolicyDeny)
}

// MarshalText writes the word.
func (value Policy) MarshalText() ([]byte, error) {
	return []byte(value.String()), nil
}

// UnmarshalText takes limit, unlimited and inherit.
func (value *ThresholdMode) UnmarshalText(text []byte) error {
	return word(value, "mode", text, ThresholdLimit, ThresholdUnlimited, ThresholdInherit)
}

// MarshalText writes the word.
func (value ThresholdMode) MarshalText() ([]byte, error) {
	return []byte(value.String()), nil
}

// orLimit: a threshold is a number unless another mode is told.
func (value ThresholdMode) orLimit() ThresholdMode {
	if value == 0 {
		return ThresholdLimit
	}
	return value
}

func word[Word interface{ String() string }](into *Word, name string, text []byte, known ...Word) error {
	for _, each := range known {
		if each.String() == strings.ToLower(string(text)) {
			*into = each
			return nil
		}
	}
	return refusal(StatusArgument, map[string]any{"field": name}, "%s is one of %v, not %q", name, known, text)
}
