using System.Globalization;

namespace Slipway.Diagnosis.Checks;

/// <summary>C13: does this machine's clock agree with the service's? Certificates and signatures are valid only for a limited time.</summary>
internal sealed class ClockCheck : ICheck
{
    // The proofs of machines are valid for five minutes before and after their time.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public string Id => "C13";

    public string Title => "Clock";

    public IReadOnlyList<string> Needs => ["C02", "C05", "C06", "C08"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.Curl(examination, "-sS -I -k", "/health/live | grep -i ^date; date -u"), ToolLines.PowerShell("w32tm /query /status; Get-Date -AsUTC")];

    public Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation) => Task.FromResult(Judge(examination));

    private static CheckFinding Judge(Examination examination)
    {
        if (examination.Service.Clocks is not var (there, here))
            return CheckFinding.Unknown("clock-unknown", "The service did not tell the time.", "See why it does not answer.");
        var ahead = here - there;
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{Math.Abs(ahead.TotalSeconds):0.0} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} the service's");
        MeasuredFact[] facts = [new("here", $"{here:yyyy-MM-dd HH:mm:ss} UTC"), new("there", $"{there:yyyy-MM-dd HH:mm:ss} UTC")];
        return (ahead.Duration() <= Most
            ? CheckFinding.Ok($"The clock of this machine is {words}.")
            : CheckFinding.Fail("clock-skew", $"The clock of this machine is {words}: certificates and signatures are judged wrongly.",
                    "Set the clock and keep it synchronised: timedatectl set-ntp true, or w32tm /resync. Where NTP is blocked, ask the network team for a time server.")
                .Ask(NetworkTeamRequest.Write(examination, "please tell us a time server that this machine may use",
                    $"its clock is {words}")).ByUser().GoOn()).With(facts);
    }
}
