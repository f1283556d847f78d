// Package pricing turns kilograms into cents.
package pricing

import (
	"fmt"
	"sort"
)

// Rule prices one material. Rules are tried in the order of their weight.
type Rule interface {
	Weight() int
	Price(material string, kg int) (cents int, ok bool)
}

type RuleFunc func(material string, kg int) (int, bool)

func (f RuleFunc) Weight() int { return 0 }

func (f RuleFunc) Price(material string, kg int) (int, bool) { return f(material, kg) }

type base struct{ weight int }

func (b base) Weight() int { return b.weight }

// FlatRule asks one price for a kilogram.
type FlatRule struct {
	base
	Material string
	PerKg    int
}

func (r FlatRule) Price(material string, kg int) (int, bool) {
	if material != r.Material {
		return 0, false
	}
	return kg * r.PerKg, true
}

// TieredRule gets cheaper with the load.
type TieredRule struct {
	base
	Tiers map[int]int
}

func (r TieredRule) Price(material string, kg int) (int, bool) {
	// TODO: walk the tiers
	return 0, false
}

type Engine struct {
	rules []Rule
}

type Builder struct {
	rules []Rule
}

func Build() *Builder { return &Builder{} }

func (b *Builder) With(r Rule) *Builder {
	b.rules = append(b.rules, r)
	return b
}

func (b *Builder) Flat(material string, perKg int) *Builder {
	return b.With(FlatRule{base: base{10}, Material: material, PerKg: perKg})
}

func (b *Builder) Engine() *Engine {
	sort.SliceStable(b.rules, func(i, j int) bool { return b.rules[i].Weight() > b.rules[j].Weight() })
	return &Engine{rules: b.rules}
}

func Default() *Engine {
	minimum := RuleFunc(func(_ string, kg int) (int, bool) { return max(500, kg*2), true })
	return Build().Flat("gravel", 3).Flat("scrap", 11).With(minimum).Engine()
}

func (e *Engine) Quote(material string, kg int) (int, error) {
	for _, r := range e.rules {
		if cents, ok := r.Price(material, kg); ok {
			return cents, nil
		}
	}
	return 0, fmt.Errorf("pricing: no rule for %q", material)
}
