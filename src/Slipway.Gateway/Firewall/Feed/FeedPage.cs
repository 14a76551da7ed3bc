namespace Slipway.Gateway.Firewall.Feed;

/// <summary>A page of a list, for devices that read a limited number of lines.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="Number">The number of the page, from 1.</param>
/// <param name="Count">The number of pages, at least one.</param>
public sealed record FeedPage(string Text, int Number, int Count)
{
    /// <summary>Returns a page of a text; null when there is no such page.</summary>
    /// <param name="text">All lines.</param>
    /// <param name="number">The number of the page, from 1.</param>
    /// <param name="size">The number of lines on a page; 0 for all.</param>
    public static FeedPage? Of(string text, int number, int size)
    {
        if (size == 0)
            return number == 1 ? new FeedPage(text, 1, 1) : null;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Max(1, (lines.Length + size - 1) / size);
        return number >= 1 && number <= count
            ? new FeedPage(string.Concat(lines.Skip((number - 1) * size).Take(size).Select(line => line + "\n")), number, count)
            : null;
    }
}
