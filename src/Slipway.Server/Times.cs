namespace Slipway.Server;

/// <summary>Times of the database as times of the wire.</summary>
internal static class Times
{
    /// <summary>A time from its milliseconds since 1970.</summary>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <inheritdoc cref="Of(long)"/>
    public static DateTimeOffset? Of(long? milliseconds) => milliseconds is { } value ? Of(value) : null;
}
