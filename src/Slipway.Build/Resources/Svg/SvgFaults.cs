using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Svg;

/// <summary>Makes the exceptions that end the drawing of a picture, and collects remarks, which do not.</summary>
internal sealed class SvgFaults(string where)
{
    private const int MostOfReason = 120;
    private readonly List<string> _remarks = [];

    public string Where => where;

    public IReadOnlyList<string> Remarks => _remarks;

    public void Remark(string text)
    {
        if (!_remarks.Contains(text))
            _remarks.Add(text);
    }

    public IconException Unsupported(string what) => new(IconFault.UnsupportedSvg, $"{(what.Length <= MostOfReason ? what : what[..MostOfReason] + "…")} is not drawn here", where);

    public IconException TooComplex(string what) => new(IconFault.SvgTooComplex, what, where);

    public IconException Damaged(string what) => new(IconFault.Damaged, what, where);
}
