using Slipway.Protocol.Problems;

namespace Slipway.Server.Access;

/// <summary>Email addresses as names of accounts. The service sends no mail to them.</summary>
internal static class EmailAddresses
{
    private const int Longest = 254;

    /// <summary>Returns the address in lower case, because addresses that differ only in case are one account.</summary>
    public static string Normalise(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Returns the normalised address.</summary>
    /// <exception cref="ProblemException">The text is not an email address.</exception>
    public static string Check(string email)
    {
        var text = Normalise(email);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= Longest && at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? text
            : throw new ProblemException(ServiceProblems.Invalid.At("email", "This is not an email address."));
    }
}
