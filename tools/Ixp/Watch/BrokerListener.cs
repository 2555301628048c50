using System.Buffers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ixp.Commands;
using Ixp.Enroll;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Ixp.Watch;

/// <summary>Hears all racks at a broker; connects again, ever more patiently, when it is lost.</summary>
internal sealed class BrokerListener : IDisposable
{
    private static readonly string[] Filters = ["ixp/v1/+/+/+", "ixp/v1/+/+/alarm/+", "ixp/v1/+/+/probe/+"];
    /// <summary>Extended key usage (RFC 5280 section 4.2.1.12).</summary>
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly MqttClientOptions _options;
    private readonly string _name;
    private TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="CommandLineException">The file of authorities cannot be read.</exception>
    public BrokerListener(string host, int port, string? caFile, BrokerAccount? account)
    {
        _name = $"{host}:{port}";
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(host, port)
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithClientId($"ixp-watch-{RandomNumberGenerator.GetHexString(12, lowercase: true)}")
            .WithTimeout(Patience)
            .WithCleanSession();
        if (account is not null)
            options.WithCredentials(account.User, account.Password);
        if (caFile is not null)
        {
            var trusted = Trusted(caFile);
            options.WithTlsOptions(o => o.UseTls().WithTargetHost(host).WithSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13)
                .WithCertificateValidationHandler(a => IsTrusted(trusted, a.Certificate, a.Chain, a.SslPolicyErrors)));
        }

        _options = options.Build();
        _client.ApplicationMessageReceivedAsync += e =>
        {
            if (e.ApplicationMessage.Payload.Length <= RackBook.MostBytes)
                Heard?.Invoke(e.ApplicationMessage.Topic, e.ApplicationMessage.Payload.ToArray(), e.ApplicationMessage.Retain);
            return Task.CompletedTask;
        };
        _client.DisconnectedAsync += e =>
        {
            Volatile.Read(ref _lost).TrySetResult(Reason(e.Exception) ?? "it closed the connection");
            return Task.CompletedTask;
        };
    }

    /// <summary>Topic and payload of a message, and whether the broker kept it from before. Raised one after the other.</summary>
    public event Action<string, byte[], bool>? Heard;

    /// <summary>The connection is lost. A broker that comes back may have forgotten what it kept.</summary>
    public event Action? Lost;

    /// <summary>How the connection stands, in words.</summary>
    public event Action<string>? Said;

    public bool IsConnected => _client.IsConnected;

    /// <exception cref="CommandLineException">The broker cannot be reached, or refuses; why.</exception>
    public async Task Connect(CancellationToken cancellation)
    {
        Volatile.Write(ref _lost, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            var answer = await _client.ConnectAsync(_options, cancellation);
            if (answer.ResultCode is not MqttClientConnectResultCode.Success)
                throw new CommandLineException($"The broker {_name} refuses the connection: {Words(answer.ResultCode)}.");
            var subscribe = new MqttClientSubscribeOptionsBuilder();
            foreach (string filter in Filters)
                subscribe.WithTopicFilter(filter, MqttQualityOfServiceLevel.AtLeastOnce);
            var granted = await _client.SubscribeAsync(subscribe.Build(), cancellation);
            if (granted.Items.Any(i => (int)i.ResultCode >= 0x80))
                throw new CommandLineException($"The broker {_name} does not let this account read ixp/v1/#.");
            Said?.Invoke($"connected to {_name}");
        }
        catch (Exception e) when (e is MqttCommunicationException or MqttProtocolViolationException or IOException or AuthenticationException or TimeoutException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new CommandLineException($"The broker {_name} cannot be reached: {Reason(e) ?? "it does not answer"}.");
        }
    }

    /// <summary>Stays connected until told to end.</summary>
    public async Task Stay(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            string reason = await Volatile.Read(ref _lost).Task.WaitAsync(cancellation);
            Lost?.Invoke();
            Said?.Invoke($"{_name} is lost: {reason}");
            bool isBack = false;
            for (var pause = FirstPause; !isBack; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                await Task.Delay(pause, cancellation);
                try
                {
                    await Connect(cancellation);
                    isBack = true;
                }
                catch (CommandLineException e)
                {
                    await Leave();
                    Said?.Invoke($"{e.Message} Next try in {Math.Min((pause * 2).TotalSeconds, LongestPause.TotalSeconds):0} s");
                }
            }
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A connection without its subscription is none.</summary>
    private async Task Leave()
    {
        try
        {
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), CancellationToken.None);
        }
        catch (Exception e) when (e is MqttCommunicationException or MqttClientNotConnectedException or InvalidOperationException or OperationCanceledException)
        {
            // It is gone already.
        }
    }

    private static X509Certificate2Collection Trusted(string caFile)
    {
        try
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(caFile);
            return trusted.Count > 0 ? trusted : throw new CommandLineException($"--tls {caFile}: holds no certificate; give the PEM file of the authority that signed the broker's.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"--tls {caFile}: cannot be read: {e.Message}");
        }
    }

    private static bool IsTrusted(X509Certificate2Collection trusted, X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;

        // The same authority signs devices: none of those may pose as the broker.
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var broker = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        return chain.Build(broker);
    }

    private static string Words(MqttClientConnectResultCode code) => code switch
    {
        MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized => "it does not know this user with this password; give its file by --account",
        MqttClientConnectResultCode.ServerUnavailable or MqttClientConnectResultCode.ServerBusy => "it is busy",
        MqttClientConnectResultCode.ClientIdentifierNotValid => "it does not take the client id",
        _ => code.ToString(),
    };

    /// <returns>The innermost reason, without the full stop.</returns>
    private static string? Reason(Exception? failure)
    {
        while (failure?.InnerException is { } inner)
            failure = inner;
        return failure switch
        {
            null => null,
            AuthenticationException => "its certificate is not one of --tls, or made out to another host",
            OperationCanceledException or TimeoutException => "it does not answer",
            _ => failure.Message.TrimEnd('.'),
        };
    }
}
