using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Widget ids of the W3C and of Tizen are addresses, which neither Android nor iOS accepts as an id.</summary>
internal static class AddressAsId
{
    /// <summary>Returns the problem of such an id; null for any other id.</summary>
    public static Problem? Check(AppDraft app)
    {
        if (!Uri.TryCreate(app.Id.Value, UriKind.Absolute, out var address) || !app.Id.Value.Contains("://", StringComparison.Ordinal))
            return null;
        return SigningProblems.IdInvalid.At(app.Id.Where, $"The id '{app.Id.Value}' is an address.", $"Give an id with --id, for example {Suggest(address)}.");
    }

    private static string Suggest(Uri address)
    {
        var parts = address.Host.Split('.').Where(part => part != "www").Reverse().Append(address.AbsolutePath.Split('/')[^1]).Select(Letters).Where(part => part.Length > 0 && char.IsAsciiLetter(part[0])).ToList();
        return parts.Count > 1 ? string.Join('.', parts) : "com.example.notes";
    }

    private static string Letters(string part) => new([.. part.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
