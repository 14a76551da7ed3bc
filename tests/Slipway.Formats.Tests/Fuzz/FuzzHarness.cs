using System.Diagnostics;
using System.Globalization;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>
/// Runs a reader on many hostile inputs. It may refuse them, but not fail in another way, hang, or allocate out of proportion.
/// What it reports names target, seed and number of the input, from which the same input can be made again.
/// </summary>
internal static class FuzzHarness
{
    /// <summary>An input that takes longer hangs, on any machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const long BaseBudget = 48L << 20;

    private const long BudgetPerByte = 4096;

    /// <summary>Runs inputs up to the first failure.</summary>
    public static FuzzReport Run(FuzzTarget target, int inputs, ulong seed)
    {
        var seeds = target.Seeds();
        FuzzFailure? failure = null;
        var accepted = 0;
        var current = 0;
        var started = Stopwatch.GetTimestamp();
        var worker = new Thread(() =>
        {
            for (var i = 0; i < inputs && failure is null; i++)
            {
                Volatile.Write(ref current, i);
                Volatile.Write(ref started, Stopwatch.GetTimestamp());
                failure = Try(target, Input(target, seeds, seed, i), i, ref accepted);
            }
        })
        { IsBackground = true, Name = "fuzz " + target.Name };
        worker.Start();
        while (!worker.Join(TimeSpan.FromSeconds(1)))
        {
            var input = Volatile.Read(ref current);
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref started)) > Patience && input == Volatile.Read(ref current))
                return new(accepted, new(target.Name, input, "hangs", Input(target, seeds, seed, input)));
        }

        return new(accepted, failure);
    }

    /// <summary>The input of a number.</summary>
    public static byte[] Input(FuzzTarget target, IReadOnlyList<byte[]> seeds, ulong seed, int number)
    {
        var random = new FuzzRandom(seed + ((ulong)number * 0x2545f4914f6cdd1d));
        random.Next();
        return Mutator.Mutate(target, seeds, random);
    }

    /// <summary>Runs one input.</summary>
    public static FuzzFailure? Try(FuzzTarget target, byte[] input)
    {
        var accepted = 0;
        return Try(target, input, -1, ref accepted);
    }

    private static FuzzFailure? Try(FuzzTarget target, byte[] input, int number, ref int accepted)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Read(input);
            accepted++;
        }
        catch (Exception refusal) when (refusal is MalformedInputException || target.Refuses?.Invoke(refusal) == true)
        {
            // The documented way out.
        }
        catch (Exception failure)
        {
            return new(target.Name, number, failure.ToString(), input);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > BaseBudget + (BudgetPerByte * input.Length)
            ? new(target.Name, number, string.Create(CultureInfo.InvariantCulture, $"allocates {allocated >> 20} MB for {input.Length} bytes"), input)
            : null;
    }
}
