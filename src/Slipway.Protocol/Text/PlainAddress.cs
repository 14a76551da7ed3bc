namespace Slipway.Protocol.Text;

/// <summary>Where something is read from, without the parts of its address that may be secret.</summary>
public static class PlainAddress
{
    /// <summary>Returns a path unchanged, and a URL without its user, query and fragment.</summary>
    public static string Of(string location) =>
        location.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(location, UriKind.Absolute, out var address)
        ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : location;
}
