// The device's own types where the BCL has some of the same name.
extern alias corlib;
global using SocketException = corlib::System.Net.Sockets.SocketException;
global using X509Certificate = corlib::System.Security.Cryptography.X509Certificates.X509Certificate;
