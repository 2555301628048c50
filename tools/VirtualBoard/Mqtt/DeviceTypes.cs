// Types of .NET that stand for the device's own of the same name.
global using SocketException = System.Net.Sockets.SocketException;
global using X509Certificate = System.Security.Cryptography.X509Certificates.X509Certificate;
