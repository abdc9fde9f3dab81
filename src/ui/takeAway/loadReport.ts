// The code of reports is not on the first screen's way: it is fetched once there is something to report.

export const loadReport = () => import('../report/makeReport.ts');
export const loadTable = () => import('../report/makeTable.ts');
