using Slipway.Formats;

namespace Slipway.Build.Shell.Signatures;

/// <summary>Reads a signature text with one token of look-ahead.</summary>
internal sealed class SignatureCursor
{
    private readonly SignatureTokenizer _tokenizer;

    public SignatureCursor(string text, string? name)
    {
        _tokenizer = new SignatureTokenizer(text, name);
        Current = _tokenizer.Next();
    }

    public SignatureToken Current { get; private set; }

    public bool AtEnd => Current.Kind == SignatureTokenKind.End;

    public SignatureToken Take()
    {
        var token = Current;
        Current = _tokenizer.Next();
        return token;
    }

    public bool TryTake(string value)
    {
        if (!Current.Is(value))
            return false;

        Take();
        return true;
    }

    public void Expect(string value)
    {
        if (!TryTake(value))
            throw Fault($"expected '{value}', found '{Current.Value}'");
    }

    public string TakeWord()
    {
        if (Current.Kind != SignatureTokenKind.Word)
            throw Fault($"expected a name, found '{Current.Value}'");

        return Take().Value;
    }

    public MalformedInputException Fault(string reason) => _tokenizer.Fault(reason, Current.Offset);
}
