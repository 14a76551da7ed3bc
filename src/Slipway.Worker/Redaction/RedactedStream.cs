namespace Slipway.Worker.Redaction;

/// <summary>
/// Masks secrets in a text that arrives in pieces: the end of the text so far is held back until it is certain that no secret
/// begins in it.
/// </summary>
/// <param name="redactor">Knows the secrets.</param>
public sealed class RedactedStream(Redactor redactor)
{
    // The first character may already be released: it shows whether the following text stands alone.
    private string _held = "";
    private int _gone;

    // Number of leading characters that belong to a secret whose beginning was released.
    private int _carried;
    private bool _isInside;

    /// <summary>Adds a piece, and returns the text that cannot change any more.</summary>
    public string Push(string piece) => Release(piece, keep: Math.Max(0, redactor.Longest - 1));

    /// <summary>Returns the rest at the end of the text.</summary>
    public string Flush() => Release("", keep: 0);

    private string Release(string piece, int keep)
    {
        var text = _held + piece;
        var covered = redactor.Find(text, _gone) ?? new bool[text.Length];
        covered.AsSpan(_gone, _carried).Fill(true);
        var end = Math.Max(_gone, text.Length - keep);
        var result = Redactor.Write(text, covered, _gone, end, _isInside);
        if (end > _gone)
            _isInside = covered[end - 1];
        _carried = _isInside ? covered.AsSpan(end).IndexOf(false) is >= 0 and var run ? run : covered.Length - end : 0;
        var kept = Math.Max(0, end - 1);
        (_held, _gone) = (text[kept..], end - kept);
        return result;
    }
}
