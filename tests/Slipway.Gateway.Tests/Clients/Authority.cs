namespace Slipway.Gateway.Tests.Clients;

/// <summary>An authority of openssl's, with what it signs and takes back.</summary>
internal sealed class Authority : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Authority(string name = "Slipway tests")
    {
        _folder.Add("index.txt", "");
        _folder.Add("number", "01");
        _folder.Add("ca.cnf", $"""
            [ca]
            default_ca = own
            [own]
            database = {_folder["index.txt"]}
            crlnumber = {_folder["number"]}
            default_md = sha256
            default_crl_days = 1
            [req]
            distinguished_name = name
            [name]
            """);
        Run(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", $"/CN={name}", "-days", "2", "-keyout", _folder["ca.key"], "-out", Certificate,
            "-config", _folder["ca.cnf"], "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign");
    }

    public string Certificate => _folder["ca.pem"];

    public string Folder => _folder.Path;

    /// <summary>A certificate and its key, in files of that name.</summary>
    public (string Certificate, string Key) Issue(string file, string subject, string alternatives, string use = "clientAuth", string kind = "ec")
    {
        var extensions = _folder.Add($"{file}.ext", (alternatives.Length > 0 ? $"subjectAltName={alternatives}\n" : "") + $"extendedKeyUsage={use}\n");
        string[] key = kind == "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["-newkey", kind];
        Run(["req", .. key, "-nodes", "-subj", subject, "-keyout", _folder[$"{file}.key"], "-out", _folder[$"{file}.csr"], "-config", _folder["ca.cnf"]]);
        Run("x509", "-req", "-in", _folder[$"{file}.csr"], "-CA", Certificate, "-CAkey", _folder["ca.key"], "-CAcreateserial", "-days", "1", "-extfile", extensions, "-out", _folder[$"{file}.pem"]);
        return (_folder[$"{file}.pem"], _folder[$"{file}.key"]);
    }

    public void Revoke(string certificate) => Run("ca", "-config", _folder["ca.cnf"], "-keyfile", _folder["ca.key"], "-cert", Certificate, "-revoke", certificate);

    /// <summary>The list of what was taken back, in a file.</summary>
    public string Revocations()
    {
        Run("ca", "-config", _folder["ca.cnf"], "-keyfile", _folder["ca.key"], "-cert", Certificate, "-gencrl", "-out", _folder["crl.pem"]);
        return _folder["crl.pem"];
    }

    public void Dispose() => _folder.Dispose();

    private static void Run(params string[] arguments) => ExternalTool.RunWell("openssl", arguments);
}
