using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// The certificate files, read again when they change. Their contents are compared and not their times, because renewals replace files, links or whole
/// folders. When new files cannot be used, this is reported once and the previous certificate stays in use.
/// </summary>
internal sealed class CertificateReloader
{
    private readonly RelaySettings _settings;
    private string _seen;
    private volatile ServingCertificate _current;

    /// <summary>Reads the files.</summary>
    /// <exception cref="ProblemException">The files cannot be used.</exception>
    public CertificateReloader(RelaySettings settings)
    {
        _settings = settings;
        var texts = Texts();
        _seen = Summary(texts);
        _current = ServingCertificate.Read(texts, settings);
    }

    /// <summary>The certificate in use.</summary>
    public ServingCertificate Current => _current;

    /// <summary>Checks the files and reports the result when they have changed.</summary>
    public RelayEvent? Refresh()
    {
        try
        {
            var texts = Texts();
            if (!IsNew(Summary(texts)))
                return null;
            _current = ServingCertificate.Read(texts, _settings);
            return new RelayEvent("certificate", $"read again, valid until {_current.Expires:yyyy-MM-dd HH:mm} UTC", []);
        }
        catch (ProblemException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            return IsNew(e.Problems[0].Where) ? Kept(e) : null;
        }
        catch (ProblemException e)
        {
            return Kept(e);
        }
    }

    private static RelayEvent Kept(ProblemException failure) => new("certificate", "kept as it was", failure.Problems);

    private static string Summary(Dictionary<string, string> texts) => string.Join('\n', texts.Values);

    private bool IsNew(string summary)
    {
        var isNew = summary != _seen;
        _seen = summary;
        return isNew;
    }

    private Dictionary<string, string> Texts()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in new[] { _settings.Certificate, _settings.Key, _settings.ClientAuthority }.OfType<string>())
        {
            try
            {
                texts[path] = File.ReadAllText(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                var kind = path == _settings.ClientAuthority ? RelayProblems.AuthorityUnusable : RelayProblems.CertificateUnusable;
                throw new ProblemException(kind.At(path, "The file is missing or cannot be read."), e);
            }
        }

        return texts;
    }
}
