namespace Slipway.Server;

/// <summary>Converts times of the database to times of the API.</summary>
internal static class DatabaseTime
{
    /// <summary>Returns the time of milliseconds since 1970.</summary>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <inheritdoc cref="Of(long)"/>
    public static DateTimeOffset? Of(long? milliseconds) => milliseconds is { } value ? Of(value) : null;
}
