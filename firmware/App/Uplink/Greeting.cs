using System;
using System.Net;
using System.Net.Sockets;
using Appliance.App.Networking;
using Appliance.App.Timing;
using Appliance.Core.Tls;
using Appliance.Core.Uplink;
using nanoFramework.M2Mqtt;

namespace Appliance.App.Uplink;

/// <summary>
/// Speaks to the broker before the handshake, over a socket that blocks this thread only. The handshake itself stops every thread of the
/// device until the peer answers, be it never; and it can be told one version only, which has to be the one that the broker takes.
/// </summary>
public static class Greeting
{
    /// <summary>For the whole answer.</summary>
    private const int AnswerMs = 10_000;

    /// <summary>More than a hello takes; it does not matter what comes behind it.</summary>
    private const int BufferLength = 512;

    /// <param name="version">That the broker has chosen, if the cause is None.</param>
    /// <param name="alert">Number of the TLS alert by which it refused; 0 if there was none.</param>
    public static UplinkCause Greet(BrokerAddress broker, out MqttSslProtocols version, out int alert)
    {
        version = MqttSslProtocols.None;
        alert = 0;
        UplinkCause cause = UplinkCause.NameUnknown;
        long until = 0;
        Socket socket = null;
        try
        {
            IPAddress address = Dns.GetHostEntry(broker.Host).AddressList[0];
            cause = UplinkCause.NoAnswer;
            lock (SocketGate.Lock)
            {
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            }

            socket.SendTimeout = AnswerMs;
            socket.ReceiveTimeout = AnswerMs;
            socket.Connect(new IPEndPoint(address, broker.Port));
            cause = UplinkCause.Silent;
            until = Uptime.Milliseconds + AnswerMs;
            byte[] random = new byte[ClientHello.RandomLength];
            new Random((int)Uptime.Microseconds).NextBytes(random);
            socket.Send(ClientHello.Write(broker.Host, random));
            HelloAnswer answer = Hear(socket, until, out alert);
            version = answer == HelloAnswer.Tls13 ? MqttSslProtocols.TLSv1_3 : MqttSslProtocols.TLSv1_2;
            return Meaning(answer);
        }
        catch (SocketException)
        {
            // The device's error codes are not to be trusted, its clock is.
            return cause == UplinkCause.Silent && Uptime.Milliseconds < until ? UplinkCause.NoTls : cause;
        }
        finally
        {
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    private static HelloAnswer Hear(Socket socket, long until, out int alert)
    {
        alert = 0;
        byte[] heard = new byte[BufferLength];
        int length = 0;
        HelloAnswer answer;
        do
        {
            int more = socket.Receive(heard, length, heard.Length - length, SocketFlags.None);
            length += more;
            answer = more == 0 ? HelloAnswer.NoTls : ServerHello.Read(heard, length, out alert);
        }
        while (answer == HelloAnswer.Incomplete && Uptime.Milliseconds < until);
        return answer;
    }

    private static UplinkCause Meaning(HelloAnswer answer)
    {
        switch (answer)
        {
            case HelloAnswer.Tls12:
            case HelloAnswer.Tls13:
                return UplinkCause.None;
            case HelloAnswer.Refused:
                return UplinkCause.HandshakeRefused;
            case HelloAnswer.NoTls:
                return UplinkCause.NoTls;
            default:
                return UplinkCause.Silent;
        }
    }
}
