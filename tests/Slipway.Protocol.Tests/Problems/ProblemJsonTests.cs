using System.Text;
using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Problems;

public sealed class ProblemJsonTests
{
    private const string Object = """{"code":"SLW-APP-99999","severity":"Error","where":"www/\u00E4","message":"It is \u003Cnot\u003E there.","remedy":"Do this.","blame":"User"}""";

    private static Problem Problem => new(new ProblemKind("SLW-APP-99999", "Title", "Text", "Remedy", Severity.Error, Blame.User), "www/ä", "It is <not> there.", "Do this.");

    [Fact]
    public void A_problem_is_an_object_with_six_members() => Assert.Equal(Object, Written(json => ProblemJson.Write(json, Problem)));

    [Fact]
    public void Several_problems_are_a_member_of_the_object_around_them() => Assert.Equal(
        """{"problems":[]}""" + "{\"problems\":[" + Object + "]}",
        Written(json => Around(json, [])) + Written(json => Around(json, [Problem])));

    private static void Around(Utf8JsonWriter json, IEnumerable<Problem> problems)
    {
        json.WriteStartObject();
        ProblemJson.Write(json, problems);
        json.WriteEndObject();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
