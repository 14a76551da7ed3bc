namespace Slipway.Connect.Messages;

/// <summary>What came back is no answer of HTTP.</summary>
/// <param name="message">Why not, one sentence.</param>
/// <param name="received">What came before that was clear.</param>
internal sealed class NoAnswerException(string message, string received) : IOException(message)
{
    /// <summary>What came before that was clear.</summary>
    public string Received => received;
}
