// The device's own exception; its X509Certificate is still .NET's.
extern alias corlib;
global using SocketException = corlib::System.Net.Sockets.SocketException;
global using X509Certificate = System.Security.Cryptography.X509Certificates.X509Certificate;
