import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Action } from '#access/nest';
import { keysetOf, pageOf, PageQuery, type Page } from '#http';
import { reject } from '#kernel';
import { ReadModels } from '#projections';
import { UNIT_KINDS, type UnitKind } from '#township/domain';
import { orgUnits, orgUnitView, type OrgUnitView } from '#township/read';

export class OrgUnitsQuery extends PageQuery {
  /** Id of the unit whose direct children are asked for. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  parent?: string;

  @IsOptional()
  @IsIn(UNIT_KINDS)
  kind?: UnitKind;
}

/** The county's units: names of places and offices are public to all who work here. */
@ApiTags('organisation')
@Controller('api/org-units')
export class OrgUnitsController {
  constructor(private readonly models: ReadModels) {}

  @Get()
  @Action('org.read')
  async list(@Query() { parent, kind, limit, cursor }: OrgUnitsQuery): Promise<Page<OrgUnitView>> {
    const [after] = keysetOf(cursor, ['']) ?? [];
    const wanted = {
      limit,
      ...(parent !== undefined && { parent }),
      ...(kind !== undefined && { kind }),
      ...(after !== undefined && { after }),
    };
    return pageOf(await orgUnits(this.models, wanted), limit, ({ unitId }) => [unitId]);
  }

  @Get(':unitId')
  @Action('org.read')
  async one(@Param('unitId') unitId: string): Promise<OrgUnitView> {
    return (await orgUnitView(this.models, unitId)) ?? reject('NOT_FOUND');
  }
}
