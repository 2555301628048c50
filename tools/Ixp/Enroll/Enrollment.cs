using Ixp.Commands;
using Ixp.Files;
using Ixp.Sites;

namespace Ixp.Enroll;

/// <summary>Gives one device its credentials, and its broker what it needs to know the device. No secret is ever printed.</summary>
internal sealed class Enrollment
{
    private readonly EnrollOptions _options;
    private readonly DateTimeOffset _now;
    private readonly Site _site;
    private readonly BrokerFiles _files;
    private readonly BrokerRegister _register;
    private readonly PendingFiles _pending = new();
    private readonly string _secretsFile;
    private readonly DeviceSecrets _secrets;
    private readonly PasswordList _passwords;
    private readonly PasswordList _nocPasswords;
    private readonly List<string> _notes = [];

    private Enrollment(EnrollOptions options, BrokerFiles files, DateTimeOffset now)
    {
        _options = options;
        _now = now;
        _files = files;
        _site = SiteFile.Read(options.Site);
        _secretsFile = Path.GetFullPath(options.Secrets ?? Path.ChangeExtension(options.Site, ".secrets.json"));
        _register = BrokerRegister.Read(files.Register);
        RefuseDevice();
        _secrets = DeviceSecrets.Read(_secretsFile);
        _passwords = new PasswordList(Present(files.Passwords));
        _nocPasswords = new PasswordList(Present(files.NocPasswords));
    }

    /// <exception cref="CommandLineException">It is refused; nothing has been written.</exception>
    /// <exception cref="SiteException">The site file or the file of secrets is not right.</exception>
    public static void Run(EnrollOptions options, TextWriter output, DateTimeOffset now)
    {
        var files = new BrokerFiles(options.BrokerFolder);
        bool isNew = !Directory.Exists(files.Folder);
        try
        {
            MakeFolder(files.Folder);
            using (Claim(files))
                new Enrollment(options, files, now).Run(output);
        }
        catch when (isNew)
        {
            // Of a first call that is refused nothing stays.
            if (Directory.Exists(files.Folder) && !Directory.EnumerateFileSystemEntries(files.Folder).Any())
                Directory.Delete(files.Folder);
            throw;
        }
    }

    private bool IsTls => _site.Broker.CaFile is not null;

    private EnrolledDevice? Known => _register.Devices.GetValueOrDefault(_site.Device);

    private void Run(TextWriter output)
    {
        var credentials = new DeviceCredentials(_site, _options, _secretsFile, _secrets, Known, _now);
        GitGuard.Refuse([_secretsFile, .. _options.WithCertificate ? [credentials.KeyFile] : Array.Empty<string>(), .. _files.Secret]);

        _register.Devices[_site.Device] = new EnrolledDevice(_site.Name, _site.Broker.Host, _site.Broker.Port, IsTls, _options.WithCertificate);
        SetPorts();
        TakeNoc();
        string done;
        if (IsTls)
        {
            using var authority = Authority();
            ServeBy(authority);
            GiveAuthority(authority);
            done = _options.WithCertificate ? credentials.TakeCertificate(authority, _passwords, _pending) : credentials.TakePassword(_passwords, _nocPasswords, _pending);
        }
        else
        {
            done = credentials.TakePassword(_passwords, _nocPasswords, _pending);
        }

        Write(_files.Passwords, _passwords.Text, isPrivate: true);
        Write(_files.NocPasswords, _nocPasswords.Text, isPrivate: true);
        TakeAcl();
        Write(_files.Snippet, ListenerSnippet.Text(_register), isPrivate: false);
        Write(_files.Register, _register.Text(), isPrivate: false);
        _pending.Write();
        new EnrollReport(_site, _files, _register, _secretsFile).Write(output, done, [.. _pending.Paths], _notes);
    }

    private void RefuseDevice()
    {
        if (_site.Device is BrokerAcl.NocUser)
            throw new CommandLineException($"{_options.Site}: device: '{BrokerAcl.NocUser}' is the NOC's name at the broker, which may read all and command every device; give the device another.");
        if (Known is { } known && known.Site != _site.Name)
            throw new CommandLineException($"{_options.Site}: device: '{_site.Device}' stands in {_files.Register} for the site {known.Site} already; a name is one device's at a broker: give this one another, such as {_site.Name}-{_site.Device}.");
        if (_options.WithCertificate && !IsTls)
            throw new CommandLineException($"{_options.Site}: broker.tls: is missing; a device shows its certificate by TLS only. Add \"tls\": {{ \"ca_file\": \"ca.pem\" }} to the broker.");
        var other = _register.Devices.FirstOrDefault(d => d.Key != _site.Device && d.Value.Port == _site.Broker.Port);
        if (other.Value is { } at && (at.HasCertificate != _options.WithCertificate || at.IsTls != IsTls))
            throw new CommandLineException($"{_options.Site}: broker.port: on {_site.Broker.Port} devices connect {Way(at)}, as {other.Key} does, and this one would {Way(new EnrolledDevice("", "", 0, IsTls, _options.WithCertificate))}; a port of mosquitto has one way: give this device's broker another port{(at.IsTls == IsTls ? $", or enroll it {(at.HasCertificate ? "with" : "without")} --certificate" : "")}.");
    }

    private static string Way(EnrolledDevice device) => device switch
    {
        { HasCertificate: true } => "by certificate",
        { IsTls: true } => "by TLS and password",
        _ => "by password without TLS",
    };

    private void SetPorts()
    {
        if (_options.NocPort is { } asked)
            _register.NocPort = asked;
        else if (_register.NocPort == 0)
            _register.NocPort = NocListener.UsualPort(_site.Broker);
        if (_options.BrokerPath is { } path)
            _register.BrokerPath = path;
        var taken = _register.Devices.FirstOrDefault(d => d.Value.Port == _register.NocPort);
        if (taken.Key is not null)
            throw new CommandLineException($"--noc-port {_register.NocPort}: the device {taken.Key} connects there; give the NOC another port by --noc-port.");
        if (_register.BrokerPath.AsSpan().ContainsAny('\r', '\n'))
            throw new CommandLineException("--broker-path: holds a line's end, which mosquitto.conf cannot; give another folder.");
    }

    private void TakeNoc()
    {
        var account = File.Exists(_files.NocSecrets) ? BrokerAccount.Read(_files.NocSecrets) : new BrokerAccount(BrokerAcl.NocUser, RandomPassword.Next());
        string? wrong = account.User is not BrokerAcl.NocUser ? $"user: must be {BrokerAcl.NocUser}, as in the access list"
            : PasswordRule.Refuse(account.Password, BrokerAcl.NocUser, _site.Name) is { } reason ? $"password: it {reason}"
            : _passwords.OtherWith(account.Password, BrokerAcl.NocUser) is { } other ? $"password: the device {other} has it too"
            : null;
        if (wrong is not null)
            throw new CommandLineException($"{_files.NocSecrets}: {wrong}; take the file away, and this command makes a new one.");
        _nocPasswords.Set(BrokerAcl.NocUser, account.Password);
        _passwords.Remove(BrokerAcl.NocUser);
        if (!File.Exists(_files.NocSecrets))
            _pending.AddPrivate(_files.NocSecrets, account.FileText());
    }

    private SiteAuthority Authority()
    {
        if (File.Exists(_files.CaCertificate) || File.Exists(_files.CaKey))
            return SiteAuthority.Read(_files.CaCertificate, _files.CaKey, _now);
        var authority = SiteAuthority.Make(_site.Broker.Host, _now);
        _pending.AddPrivate(_files.CaKey, authority.KeyPem);
        _pending.Add(_files.CaCertificate, authority.CertificatePem);
        return authority;
    }

    /// <summary>The broker has a certificate for each name by which a device knows it.</summary>
    private void ServeBy(SiteAuthority authority)
    {
        string[] hosts = [.. _register.Devices.Values.Where(d => d.IsTls).Select(d => d.Host).Prepend(_site.Broker.Host).Distinct(StringComparer.Ordinal)];
        var state = ServerCertificate.Of(_files, authority, hosts, _now);
        if (state is ServerCertificateState.Good or ServerCertificateState.Foreign && !_options.Renew)
        {
            if (state is ServerCertificateState.Foreign)
                _notes.Add($"{_files.ServerCertificate} is not of the authority in {_files.CaCertificate}, and stays as it is. --renew puts one of that authority in its place.");
            return;
        }

        var (certificate, key) = authority.IssueServer(hosts, _now, ServerCertificate.Days);
        _pending.AddPrivate(_files.ServerKey, key);
        _pending.Add(_files.ServerCertificate, certificate);
    }

    private void GiveAuthority(SiteAuthority authority)
    {
        string file = _site.Broker.CaFile!;
        if (!File.Exists(file))
            _pending.Add(file, authority.CertificatePem);
        else if (!CaFile.Holds(file, authority))
            _notes.Add($"{file} does not hold the authority of {_files.CaCertificate}: the device refuses a broker with {Path.GetFileName(_files.ServerCertificate)}. Take the file away and call this again, unless the broker shows another certificate.");
    }

    private void TakeAcl()
    {
        if (!File.Exists(_files.Acl))
            _pending.Add(_files.Acl, BrokerAcl.Text);
        else if (Present(_files.Acl).ReplaceLineEndings("\n") != BrokerAcl.Text)
            _notes.Add($"{_files.Acl} has been changed, and stays as it is. Take it away, and the next call writes it anew.");
    }

    private void Write(string file, string text, bool isPrivate)
    {
        if (File.Exists(file) && Present(file) == text)
            return;
        if (isPrivate)
            _pending.AddPrivate(file, text);
        else
            _pending.Add(file, text);
    }

    private static string Present(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{file}: cannot be read: {e.Message}");
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{folder}: cannot be made: {e.Message}");
        }
    }

    /// <summary>Two calls at once would each lose what the other one writes.</summary>
    private static FileStream Claim(BrokerFiles files)
    {
        try
        {
            return new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"{files.Folder}: is in use by another ixp enroll, or cannot be written: {e.Message}");
        }
    }
}
