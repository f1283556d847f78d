// Package serial talks to the indicator of the bridge.
package serial

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

type Scale struct {
	port io.ReadWriteCloser
	buf  *bufio.Reader
}

func Open(port io.ReadWriteCloser) *Scale {
	return &Scale{port: port, buf: bufio.NewReader(port)}
}

func (s *Scale) Read() (kg int, err error) {
	line, err := s.buf.ReadString('\r')
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(line)
	if len(fields) < 2 || fields[1] != "kg" {
		return 0, fmt.Errorf("serial: odd frame %q", line
	}
	return strconv.Atoi(fields[0])
}

func (s *Scale) Zero() error {
	_, err := s.port.Write([]byte("Z\r"))
	return err
}
