package web

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"syscall"
)

// said is an error of the network in our words; host is what was asked.
func said(err error, host string) error {
	var (
		dns       *net.DNSError
		authority x509.UnknownAuthorityError
		name      x509.HostnameError
		invalid   x509.CertificateInvalidError
		record    tls.RecordHeaderError
		verify    *tls.CertificateVerificationError
		outer     *url.Error
	)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("no such host: %s", dns.Name)
	case errors.As(err, &dns):
		return fmt.Errorf("cannot find the host %s: is there a network?", dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("%s refuses the connection", host)
	case errors.As(err, &authority):
		return errors.New("its certificate is signed by nobody known: it may be somebody else’s server")
	case errors.As(err, &name):
		return errors.New("its certificate is for another host: it may be somebody else’s server")
	case errors.As(err, &invalid), errors.As(err, &verify):
		return errors.New("its certificate is not valid")
	case errors.Is(err, http.ErrSchemeMismatch), errors.As(err, &record):
		return errors.New("it does not speak https: try http")
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), isTimeout(err):
		return errors.New("no answer in time")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return errors.New("the connection broke before all of it was here")
	case errors.As(err, &outer):
		return outer.Err // without the address, which stands before it already
	}
	return err
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}
