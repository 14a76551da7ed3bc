using Slipway.Protocol.Problems;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>The pipe to the worker, as the locked-up build has it. Questions of several threads are asked one after another.</summary>
internal sealed class HostLink(Stream input, Stream output)
{
    /// <summary>Profiles and hashes of many files are the longest.</summary>
    private const int LongestMessage = 64 << 20;

    private readonly Lock _questions = new();
    private readonly Lock _writing = new();

    /// <summary>Says something.</summary>
    public void Say(ChildMessage message)
    {
        lock (_writing)
            Frames.Write(output, message, PipeJson.Default.ChildMessage);
    }

    /// <summary>Waits for a message; null when the worker is gone.</summary>
    public HostMessage? Listen() => Frames.Read(input, PipeJson.Default.HostMessage, LongestMessage);

    /// <summary>Asks for something.</summary>
    /// <exception cref="ProblemException">It cannot be had.</exception>
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
                _ => throw new IOException("The worker does not answer any more."),
            };
        }
    }
}
