namespace Slipway.Build.Shell.Signatures;

/// <summary>Reads the lines inside a type: <c>ctor</c>, <c>method</c>, <c>field</c>, <c>enum_constant</c>.</summary>
internal sealed class SignatureMemberReader(SignatureCursor cursor, SignatureModifierReader modifierReader, SignatureTypeReader types)
{
    private static readonly TypeUse Void = new TypeUse.Primitive('V');
    private readonly SignatureConstantReader _constants = new(cursor);

    public ApiMember Read()
    {
        var word = cursor.TakeWord();
        var modifiers = modifierReader.Read();
        var member = word switch
        {
            "ctor" => ReadExecutable(ApiMemberKind.Constructor, modifiers),
            "method" => ReadExecutable(ApiMemberKind.Method, modifiers),
            "field" => ReadField(ApiMemberKind.Field, modifiers),
            "enum_constant" => ReadField(ApiMemberKind.EnumConstant, modifiers),
            _ => throw cursor.Fault($"unknown member '{word}'"),
        };
        cursor.Expect(";");
        return member;
    }

    private ApiMember ReadExecutable(ApiMemberKind kind, SignatureModifiers modifiers)
    {
        var typeParameters = types.ReadParametersAndEnter();
        var result = kind == ApiMemberKind.Constructor ? Void : types.Read();
        var name = cursor.TakeWord();
        var parameters = ReadParameters(out var isVarargs);
        var throws = ReadThrows();
        var defaultValue = cursor.TryTake("default") ? _constants.ReadDefault(result) : null;
        types.Leave();
        return new ApiMember
        {
            Kind = kind,
            Name = kind == ApiMemberKind.Constructor ? "<init>" : name,
            Access = modifiers.Access | (isVarargs ? StubAccessFlags.Varargs : 0),
            Since = modifiers.Since,
            IsDeprecated = modifiers.IsDeprecated,
            IsDefault = modifiers.IsDefault,
            TypeParameters = typeParameters,
            Type = result,
            Parameters = parameters,
            Throws = throws,
            Default = defaultValue,
        };
    }

    private ApiMember ReadField(ApiMemberKind kind, SignatureModifiers modifiers)
    {
        var type = types.Read();
        return new ApiMember
        {
            Kind = kind,
            Name = cursor.TakeWord(),
            Access = modifiers.Access | (kind == ApiMemberKind.EnumConstant ? StubAccessFlags.Enum : 0),
            Since = modifiers.Since,
            IsDeprecated = modifiers.IsDeprecated,
            Type = type,
            Constant = cursor.TryTake("=") ? _constants.Read(type) : null,
        };
    }

    private List<TypeUse> ReadParameters(out bool isVarargs)
    {
        isVarargs = false;
        var parameters = new List<TypeUse>();
        cursor.Expect("(");
        while (!cursor.TryTake(")"))
        {
            modifierReader.Read();
            var type = types.Read();
            if (cursor.TryTake("..."))
            {
                isVarargs = true;
                type = new TypeUse.Array(type);
            }

            parameters.Add(type);
            if (cursor.Current.Kind == SignatureTokenKind.Word)
            {
                cursor.Take(); // a parameter's name, which later formats may contain
            }

            if (!cursor.TryTake(",") && !cursor.Current.Is(")"))
                throw cursor.Fault("expected ',' or ')' after a parameter");
        }

        return parameters;
    }

    private List<TypeUse> ReadThrows()
    {
        var throws = new List<TypeUse>();
        if (cursor.TryTake("throws"))
        {
            do
            {
                throws.Add(types.Read());
            }
            while (cursor.TryTake(","));
        }

        return throws;
    }
}
