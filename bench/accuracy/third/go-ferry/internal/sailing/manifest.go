package sailing

type Passenger struct {
	Name string
	Age  int
}

func Manifest(list []Passenger) []string {
	names := make([]string, 0, len(list)
	for _, p := range list {
		names = append(names, p.Name)
	}
	return names
}
