using Slipway.Protocol.Problems;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>The child's end of the pipe to the worker. Requests of several threads are sent one after another.</summary>
internal sealed class HostLink(Stream input, Stream output)
{
    /// <summary>Maximum length of a message; profiles and the hashes of many files are the longest.</summary>
    private const int LongestMessage = 64 << 20;

    private readonly Lock _questions = new();
    private readonly Lock _writing = new();

    /// <summary>Sends a message.</summary>
    public void Say(ChildMessage message)
    {
        lock (_writing)
            Frames.Write(output, message, PipeJson.Default.ChildMessage);
    }

    /// <summary>Waits for a message; returns null if the worker is gone.</summary>
    public HostMessage? Listen() => Frames.Read(input, PipeJson.Default.HostMessage, LongestMessage);

    /// <summary>Sends a request and returns the answer.</summary>
    /// <exception cref="ProblemException">The worker refuses the request.</exception>
    /// <exception cref="IOException">The worker is gone.</exception>
    public T Ask<T>(ChildMessage question)
        where T : HostMessage
    {
        lock (_questions)
        {
            Say(question);
            return Listen() switch
            {
                T answer => answer,
                HostMessage.Refusal refusal => throw new ProblemException([.. refusal.Problems.Select(p => p.Open()!)]),
                _ => throw new IOException("The worker no longer answers."),
            };
        }
    }
}
